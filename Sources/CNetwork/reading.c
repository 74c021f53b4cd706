#include "reading.h"

#pragma STDC FP_CONTRACT OFF

void quandian_add_rows(int16_t *sums, const int8_t *rows, const struct quandian_found *found, long count, long width) {
  // The rows lie all over the table: they are asked for a little before they are needed.
  enum { ahead = 12 };
  for (long i = 0; i < count && i < ahead; i++) __builtin_prefetch(rows + (long)found[i].row * width);
  for (long i = 0; i < count; i++) {
    if (i + ahead < count) __builtin_prefetch(rows + (long)found[i + ahead].row * width);
    const int8_t *row = rows + (long)found[i].row * width;
    int16_t *sum = sums + (long)found[i].place * width;
    const int16_t times = (int16_t)(1 << found[i].shift);
    for (long k = 0; k < width; k += 16)
      for (long l = 0; l < 16; l++) sum[k + l] = (int16_t)(sum[k + l] + row[k + l] * times);
  }
}

void quandian_clamp(int16_t *numbers, long count, int16_t limit) {
  for (long i = 0; i < count; i++) {
    int16_t x = numbers[i];
    x = x > limit ? limit : x;
    numbers[i] = x < -limit ? (int16_t)-limit : x;
  }
}

static int32_t plain_sum(const int16_t *x, long width, long taps, long spread, const int16_t *weights, int32_t sum,
                         long n, long j) {
  for (long tap = 0; tap < taps; tap++)
    for (long k = 0; k < width; k++)
      sum += x[tap * spread * width + k] * weights[((tap * width + k) / 2 * n + j) * 2 + (k & 1)];
  return sum;
}

void quandian_convolve_plain(int16_t *out, const int16_t *below, const int16_t *x, long width, long taps, long spread,
                             const int16_t *weights, const int32_t *bias, float factor, int16_t limit, long rows,
                             long n) {
  for (long r = 0; r < rows; r++)
    for (long j = 0; j < n; j++) {
      const int32_t sum = plain_sum(x + r * width, width, taps, spread, weights, bias[j], n, j);
      float y = sum > 0 ? (float)sum * factor : 0;
      y = y < (float)limit ? y : (float)limit;
      int32_t z = (int32_t)y + (below ? below[r * n + j] : 0);
      out[r * n + j] = (int16_t)(z < limit ? z : limit);
    }
}

void quandian_scores_plain(float *out, const int16_t *x, long width, const int16_t *weights, const int32_t *bias,
                           float factor, long rows) {
  for (long r = 0; r < rows; r++)
    for (long j = 0; j < 16; j++)
      out[r * 16 + j] = (float)plain_sum(x + r * width, width, 1, 1, weights, bias[j], 16, j) * factor;
}

#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

#define AVX2 __attribute__((target("avx2")))
#define BLOCK static inline __attribute__((target("avx2"), always_inline))

/// 16 sums for each of `count` places (4 at most, known when this is compiled).
BLOCK void sums(__m256i sum[4][2], const int count, const int16_t *x, long width, long taps, long spread,
                const int16_t *weights, const int32_t *bias, long n) {
  for (int i = 0; i < count; i++) {
    sum[i][0] = _mm256_loadu_si256((const __m256i *)bias);
    sum[i][1] = _mm256_loadu_si256((const __m256i *)(bias + 8));
  }
  for (long tap = 0; tap < taps; tap++)
    for (long k = 0; k < width; k += 2) {
      const __m256i w0 = _mm256_loadu_si256((const __m256i *)weights);
      const __m256i w1 = _mm256_loadu_si256((const __m256i *)(weights + 16));
      weights += n * 2;
      for (int i = 0; i < count; i++) {
        int32_t pair;
        memcpy(&pair, x + (i + tap * spread) * width + k, 4);
        const __m256i v = _mm256_set1_epi32(pair);
        sum[i][0] = _mm256_add_epi32(sum[i][0], _mm256_madd_epi16(v, w0));
        sum[i][1] = _mm256_add_epi32(sum[i][1], _mm256_madd_epi16(v, w1));
      }
    }
}

BLOCK __m256i cut(__m256i sum, __m256 factor, __m256 limit) {
  const __m256 y = _mm256_mul_ps(_mm256_cvtepi32_ps(_mm256_max_epi32(sum, _mm256_setzero_si256())), factor);
  return _mm256_cvttps_epi32(_mm256_min_ps(y, limit));
}

BLOCK void convolve(const int count, int16_t *out, const int16_t *below, const int16_t *x, long width, long taps,
                    long spread, const int16_t *weights, const int32_t *bias, float factor, int16_t limit, long n) {
  __m256i sum[4][2];
  sums(sum, count, x, width, taps, spread, weights, bias, n);
  const __m256 f = _mm256_set1_ps(factor), l = _mm256_set1_ps((float)limit);
  for (int i = 0; i < count; i++) {
    const __m256i packed = _mm256_packs_epi32(cut(sum[i][0], f, l), cut(sum[i][1], f, l));
    __m256i z = _mm256_permute4x64_epi64(packed, 0xD8);
    if (below) z = _mm256_adds_epi16(z, _mm256_loadu_si256((const __m256i *)(below + i * n)));
    _mm256_storeu_si256((__m256i *)(out + i * n), _mm256_min_epi16(z, _mm256_set1_epi16(limit)));
  }
}

AVX2 static void convolve_avx2(int16_t *out, const int16_t *below, const int16_t *x, long width, long taps, long spread,
                               const int16_t *weights, const int32_t *bias, float factor, int16_t limit, long rows,
                               long n) {
  for (long j = 0; j < n; j += 16) {
    long r = 0;
    for (; r + 4 <= rows; r += 4)
      convolve(4, out + r * n + j, below ? below + r * n + j : 0, x + r * width, width, taps, spread, weights + j * 2,
               bias + j, factor, limit, n);
    for (; r < rows; r++)
      convolve(1, out + r * n + j, below ? below + r * n + j : 0, x + r * width, width, taps, spread, weights + j * 2,
               bias + j, factor, limit, n);
  }
}

BLOCK void scores(const int count, float *out, const int16_t *x, long width, const int16_t *weights,
                  const int32_t *bias, float factor) {
  __m256i sum[4][2];
  sums(sum, count, x, width, 1, 1, weights, bias, 16);
  for (int i = 0; i < count; i++)
    for (int half = 0; half < 2; half++)
      _mm256_storeu_ps(out + i * 16 + half * 8,
                       _mm256_mul_ps(_mm256_cvtepi32_ps(sum[i][half]), _mm256_set1_ps(factor)));
}

AVX2 static void scores_avx2(float *out, const int16_t *x, long width, const int16_t *weights, const int32_t *bias,
                             float factor, long rows) {
  long r = 0;
  for (; r + 4 <= rows; r += 4) scores(4, out + r * 16, x + r * width, width, weights, bias, factor);
  for (; r < rows; r++) scores(1, out + r * 16, x + r * width, width, weights, bias, factor);
}

#define HAS_AVX2 __builtin_cpu_supports("avx2")
#endif

void quandian_convolve(int16_t *out, const int16_t *below, const int16_t *x, long width, long taps, long spread,
                       const int16_t *weights, const int32_t *bias, float factor, int16_t limit, long rows, long n) {
#if defined(__x86_64__)
  if (HAS_AVX2) {
    convolve_avx2(out, below, x, width, taps, spread, weights, bias, factor, limit, rows, n);
    return;
  }
#endif
  quandian_convolve_plain(out, below, x, width, taps, spread, weights, bias, factor, limit, rows, n);
}

void quandian_scores(float *out, const int16_t *x, long width, const int16_t *weights, const int32_t *bias, float factor,
                     long rows) {
#if defined(__x86_64__)
  if (HAS_AVX2) {
    scores_avx2(out, x, width, weights, bias, factor, rows);
    return;
  }
#endif
  quandian_scores_plain(out, x, width, weights, bias, factor, rows);
}
