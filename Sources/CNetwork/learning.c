#include "learning.h"

#include <math.h>

// Products of small matrices of real numbers, for the trainer. Each function is compiled twice and the processor chooses.

#if defined(__x86_64__)
#define CLONES __attribute__((target_clones("arch=x86-64-v3", "default")))
#else
#define CLONES
#endif

typedef float vec __attribute__((vector_size(32), aligned(4)));
#define V(p) (*(vec *)(p))
#define C(p) (*(const vec *)(p))

CLONES void quandian_product(float *out, const float *x, long step, const float *w, const float *bias, long rows,
                             long inner, long n) {
  for (long j = 0; j < n; j += 16) {
    const vec b0 = C(bias + j), b1 = C(bias + j + 8);
    long r = 0;
    for (; r + 4 <= rows; r += 4) {
      const float *x0 = x + r * step, *x1 = x0 + step, *x2 = x1 + step, *x3 = x2 + step;
      vec a00 = b0, a01 = b1, a10 = b0, a11 = b1, a20 = b0, a21 = b1, a30 = b0, a31 = b1;
      for (long k = 0; k < inner; k++) {
        const vec w0 = C(w + k * n + j), w1 = C(w + k * n + j + 8);
        a00 += x0[k] * w0, a01 += x0[k] * w1;
        a10 += x1[k] * w0, a11 += x1[k] * w1;
        a20 += x2[k] * w0, a21 += x2[k] * w1;
        a30 += x3[k] * w0, a31 += x3[k] * w1;
      }
      float *o = out + r * n + j;
      V(o) = a00, V(o + 8) = a01, V(o + n) = a10, V(o + n + 8) = a11;
      V(o + 2 * n) = a20, V(o + 2 * n + 8) = a21, V(o + 3 * n) = a30, V(o + 3 * n + 8) = a31;
    }
    for (; r < rows; r++) {
      vec a0 = b0, a1 = b1;
      for (long k = 0; k < inner; k++)
        a0 += x[r * step + k] * C(w + k * n + j), a1 += x[r * step + k] * C(w + k * n + j + 8);
      V(out + r * n + j) = a0, V(out + r * n + j + 8) = a1;
    }
  }
}

CLONES void quandian_add_product(float *out, long step, const float *x, const float *w, long rows, long inner,
                                 long n) {
  for (long j = 0; j < n; j += 16) {
    long r = 0;
    for (; r + 4 <= rows; r += 4) {
      const float *x0 = x + r * inner, *x1 = x0 + inner, *x2 = x1 + inner, *x3 = x2 + inner;
      vec a00 = {0}, a01 = {0}, a10 = {0}, a11 = {0}, a20 = {0}, a21 = {0}, a30 = {0}, a31 = {0};
      for (long k = 0; k < inner; k++) {
        const vec w0 = C(w + k * n + j), w1 = C(w + k * n + j + 8);
        a00 += x0[k] * w0, a01 += x0[k] * w1;
        a10 += x1[k] * w0, a11 += x1[k] * w1;
        a20 += x2[k] * w0, a21 += x2[k] * w1;
        a30 += x3[k] * w0, a31 += x3[k] * w1;
      }
      float *o = out + r * step + j;
      V(o) += a00, V(o + 8) += a01;
      o += step, V(o) += a10, V(o + 8) += a11;
      o += step, V(o) += a20, V(o + 8) += a21;
      o += step, V(o) += a30, V(o + 8) += a31;
    }
    for (; r < rows; r++) {
      vec a0 = {0}, a1 = {0};
      for (long k = 0; k < inner; k++)
        a0 += x[r * inner + k] * C(w + k * n + j), a1 += x[r * inner + k] * C(w + k * n + j + 8);
      V(out + r * step + j) += a0, V(out + r * step + j + 8) += a1;
    }
  }
}

CLONES void quandian_add_outer(float *dw, const float *x, long step, const float *dy, long rows, long inner, long n) {
  for (long j = 0; j < n; j += 16)
    for (long k = 0; k + 4 <= inner; k += 4) {
      float *d = dw + k * n + j;
      vec a00 = C(d), a01 = C(d + 8), a10 = C(d + n), a11 = C(d + n + 8);
      vec a20 = C(d + 2 * n), a21 = C(d + 2 * n + 8), a30 = C(d + 3 * n), a31 = C(d + 3 * n + 8);
      for (long r = 0; r < rows; r++) {
        const vec y0 = C(dy + r * n + j), y1 = C(dy + r * n + j + 8);
        const float *p = x + r * step + k;
        a00 += p[0] * y0, a01 += p[0] * y1, a10 += p[1] * y0, a11 += p[1] * y1;
        a20 += p[2] * y0, a21 += p[2] * y1, a30 += p[3] * y0, a31 += p[3] * y1;
      }
      V(d) = a00, V(d + 8) = a01, V(d + n) = a10, V(d + n + 8) = a11;
      V(d + 2 * n) = a20, V(d + 2 * n + 8) = a21, V(d + 3 * n) = a30, V(d + 3 * n + 8) = a31;
    }
}

CLONES void quandian_attract(float *row, float *change, float *vectors, const int *targets, long count, float rate,
                             long n) {
  for (long i = 0; i < n; i++) change[i] = 0;
  for (long t = 0; t < count; t++) {
    float *v = vectors + (long)targets[t] * n;
    vec sum = {0};
    for (long i = 0; i < n; i += 8) sum += C(row + i) * C(v + i);
    float x = sum[0] + sum[1] + sum[2] + sum[3] + sum[4] + sum[5] + sum[6] + sum[7];
    float g = ((t == 0 ? 1.0f : 0.0f) - 1 / (1 + expf(-x))) * rate;
    for (long i = 0; i < n; i += 8) {
      V(change + i) += g * C(v + i);
      V(v + i) += g * C(row + i);
    }
  }
  for (long i = 0; i < n; i += 8) V(row + i) += C(change + i);
}
