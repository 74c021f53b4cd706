#ifndef QUANDIAN_LEARNING_H
#define QUANDIAN_LEARNING_H

/// out[r·n + j] = bias[j] + Σ_k x[r·step + k] · w[k·n + j] for r < rows, k < inner, j < n. `n` is a multiple of 16.
/// Rows of `x` may overlap (step < inner): a convolution is a product over windows.
void quandian_product(float *_Nonnull out, const float *_Nonnull x, long step, const float *_Nonnull w,
                      const float *_Nonnull bias, long rows, long inner, long n);

/// out[r·step + j] += Σ_k x[r·inner + k] · w[k·n + j].
void quandian_add_product(float *_Nonnull out, long step, const float *_Nonnull x, const float *_Nonnull w, long rows,
                          long inner, long n);

/// dw[k·n + j] += Σ_r x[r·step + k] · dy[r·n + j].
void quandian_add_outer(float *_Nonnull dw, const float *_Nonnull x, long step, const float *_Nonnull dy, long rows,
                        long inner, long n);

/// One step of learning which characters stand beside a pattern: `row` is moved towards the vectors of `targets[0]` and
/// away from the others, and they likewise; `change` is memory for `n` numbers. `n` is a multiple of 8.
void quandian_attract(float *_Nonnull row, float *_Nonnull change, float *_Nonnull vectors, const int *_Nonnull targets,
                      long count, float rate, long n);

#endif
