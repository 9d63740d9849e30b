// MPFI (Debian: libmpfi-dev, libmpfr-dev): intervals at 53 bits; erf and erfc, which MPFI lacks, are directed pairs of
// MPFR calls. Prints `operation<TAB>ns`.

#include <mpfi.h>
#include <mpfi_io.h>
#include <mpfr.h>

#include "peer_common.h"

#define BITS 53

static mpfi_t input[ARRAYS][COUNT];
static mpfi_t output[COUNT];        // the sink
static mpfi_t jacobians[COUNT][6];  // mean, variance, H11, H12, H21, H22

static void interval_erf(mpfi_ptr r, mpfi_srcptr u) {  // increasing
  mpfr_erf(&r->left, &u->left, MPFR_RNDD);
  mpfr_erf(&r->right, &u->right, MPFR_RNDU);
}

static void interval_erfc(mpfi_ptr r, mpfi_srcptr u) {  // decreasing; r must not be u
  mpfr_erfc(&r->left, &u->right, MPFR_RNDD);
  mpfr_erfc(&r->right, &u->left, MPFR_RNDU);
}

#define UNARY(name, array, call)          \
  static void name##_pass(void) {         \
    for (int i = 0; i < COUNT; i++) {     \
      mpfi_srcptr u = input[array][i];    \
      mpfi_ptr r = output[i];             \
      call;                               \
    }                                     \
  }

UNARY(add, A, mpfi_add(r, u, input[B][i]))
UNARY(mul, A, mpfi_mul(r, u, input[B][i]))
UNARY(div, A, mpfi_div(r, u, input[B][i]))
UNARY(sqrt, POSITIVE, mpfi_sqrt(r, u))
UNARY(exp, EXP_ARGUMENT, mpfi_exp(r, u))
UNARY(log, POSITIVE, mpfi_log(r, u))
UNARY(erf, ERF_ARGUMENT, interval_erf(r, u))
UNARY(erfc, ERFC_ARGUMENT, interval_erfc(r, u))

// exp(t^2) erfc(t)
static mpfi_t square;
UNARY(erfcx, ERFC_ARGUMENT, {
  mpfi_sqr(square, u);
  mpfi_exp(square, square);
  interval_erfc(r, u);
  mpfi_mul(r, r, square);
})

static mpfi_t alpha, alpha_squared, one_minus_alpha, lambda_half, lambda_squared, lambda_squared_half, inverse_root_pi;

static void make_constants(void) {
  mpfr_set_default_prec(128);
  mpfi_t e1, e2, u, t;
  mpfi_init(e1), mpfi_init(e2), mpfi_init(u), mpfi_init(t);
  mpfi_ptr all[] = {alpha, alpha_squared, one_minus_alpha, lambda_half, lambda_squared, lambda_squared_half, inverse_root_pi};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) mpfi_init(all[i]);
  mpfi_set_d(t, 0.5), mpfi_sqrt(u, t), interval_erfc(e1, u), mpfi_exp(t, t), mpfi_mul(e1, e1, t);
  mpfi_set_d(t, 2), mpfi_sqrt(u, t), interval_erfc(e2, u), mpfi_exp(t, t), mpfi_mul(e2, e2, t);
  mpfi_const_pi(t), mpfi_ui_div(t, 2, t), mpfi_sqrt(t, t);
  mpfi_ui_sub(u, 1, e1), mpfi_div(alpha, t, u);
  mpfi_sqr(alpha_squared, alpha), mpfi_ui_sub(one_minus_alpha, 1, alpha);
  mpfi_sub(t, e2, e1), mpfi_sub(t, t, e1), mpfi_add_ui(t, t, 1), mpfi_mul(t, t, alpha_squared), mpfi_add_ui(t, t, 1);
  mpfi_ui_div(lambda_squared, 2, t), mpfi_sqrt(lambda_half, lambda_squared), mpfi_div_2ui(lambda_half, lambda_half, 1);
  mpfi_div_2ui(lambda_squared_half, lambda_squared, 1);
  mpfi_const_pi(t), mpfi_sqrt(t, t), mpfi_inv(inverse_root_pi, t);
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) mpfi_round_prec(all[i], BITS);
  mpfi_clear(e1), mpfi_clear(e2), mpfi_clear(u), mpfi_clear(t);
  mpfr_set_default_prec(BITS);
}

static mpfi_t root, inverse, z, two_minus_a, a, b, c, g, G, N, s, t, w, m1_y, m1_x, m2_y, m2_x;

/// The same order of operations as in peer_arb.c.
static void moments(mpfi_t *out, mpfi_srcptr y, mpfi_srcptr x, mpfi_srcptr omega, mpfi_srcptr tau) {
  mpfi_mul_2ui(t, x, 1), mpfi_sqrt(root, t), mpfi_inv(inverse, root);
  mpfi_mul(z, y, inverse), interval_erfc(a, z);
  mpfi_sqr(z, z), mpfi_neg(z, z), mpfi_exp(g, z);
  mpfi_add(s, y, x), mpfi_mul(z, s, inverse), interval_erfc(b, z);
  mpfi_div_2ui(t, x, 1), mpfi_add(t, t, y), mpfi_exp(t, t), mpfi_mul(b, b, t);
  mpfi_add(t, s, x), mpfi_mul(z, t, inverse), interval_erfc(c, z);
  mpfi_mul_2ui(s, s, 1), mpfi_exp(t, s), mpfi_mul(c, c, t);
  mpfi_mul(g, g, inverse_root_pi), mpfi_mul(G, g, root), mpfi_mul(N, g, inverse);
  mpfi_ui_sub(two_minus_a, 2, a);

  mpfi_mul(s, y, two_minus_a), mpfi_add(s, s, G);
  mpfi_sub(t, b, a), mpfi_mul(t, t, alpha), mpfi_add(t, t, s), mpfi_mul(out[0], t, lambda_half);
  mpfi_sub(z, c, b), mpfi_sub(t, a, b), mpfi_add(t, t, z), mpfi_mul(t, t, alpha_squared);
  mpfi_mul(w, x, two_minus_a), mpfi_add(t, t, w), mpfi_mul(w, y, s), mpfi_add(t, t, w);
  mpfi_mul(out[1], t, lambda_squared_half), mpfi_sqr(w, out[0]), mpfi_sub(out[1], out[1], w);
  mpfi_mul(t, b, alpha), mpfi_add(m1_y, two_minus_a, t), mpfi_mul(m1_y, m1_y, lambda_half);
  mpfi_div_2ui(t, t, 1), mpfi_mul(w, one_minus_alpha, N), mpfi_add(t, t, w), mpfi_mul(m1_x, t, lambda_half);
  mpfi_mul(w, alpha_squared, z), mpfi_add(s, s, w), mpfi_mul(m2_y, s, lambda_squared);
  mpfi_add(t, z, c), mpfi_mul(t, t, alpha_squared), mpfi_add(t, t, two_minus_a), mpfi_mul(m2_x, t, lambda_squared_half);
  mpfi_mul_2ui(t, out[0], 1);
  mpfi_mul(w, t, m1_y), mpfi_sub(m2_y, m2_y, w), mpfi_mul(w, t, m1_x), mpfi_sub(m2_x, m2_x, w);
  mpfi_mul(out[2], omega, m1_y), mpfi_mul(out[3], tau, m1_x), mpfi_mul(out[4], omega, m2_y), mpfi_mul(out[5], tau, m2_x);
}

static void moments_pass(void) {
  for (int i = 0; i < COUNT; i++)
    moments(jacobians[i], input[MOMENT_Y][i], input[MOMENT_X][i], input[OMEGA][i], input[TAU][i]);
}

static void self_check(void) {
  mpfi_t y, x;
  mpfi_init(y), mpfi_init(x), mpfi_set_d(y, 0), mpfi_set_d(x, 1);
  moments(jacobians[0], y, x, y, x);
  double h12 = mpfi_get_d(jacobians[0][3]), h22 = mpfi_get_d(jacobians[0][5]);
  if (!mpfi_has_zero(jacobians[0][0]) || fabs(h12 - 0.08883475510689012) > 1e-12 || fabs(h22 - 0.7826478831968128) > 1e-12) {
    fprintf(stderr, "peer_mpfi: wrong Jacobian at (0,0,1,1): %.17g %.17g\n", h12, h22);
    exit(1);
  }
  mpfi_clear(y), mpfi_clear(x);
}

int main(int argc, char **argv) {
  start(argc, argv);
  make_constants();
  mpfi_ptr scratch[] = {root, inverse, z, two_minus_a, a, b, c, g, G, N, s, t, w, m1_y, m1_x, m2_y, m2_x, square};
  for (size_t i = 0; i < sizeof scratch / sizeof *scratch; i++) mpfi_init(scratch[i]);
  for (int k = 0; k < ARRAYS; k++)
    for (int i = 0; i < COUNT; i++) {
      mpfi_init(input[k][i]);
      mpfi_interv_d(input[k][i], arrays[k].lower[i], arrays[k].upper[i]);
    }
  for (int i = 0; i < COUNT; i++) {
    mpfi_init(output[i]);
    for (int j = 0; j < 6; j++) mpfi_init(jacobians[i][j]);
  }
  self_check();

  measure("add", add_pass);
  measure("mul", mul_pass);
  measure("div", div_pass);
  measure("sqrt", sqrt_pass);
  measure("exp", exp_pass);
  measure("log", log_pass);
  measure("erf", erf_pass);
  measure("erfc", erfc_pass);
  measure("erfcx", erfcx_pass);
  measure("moments", moments_pass);
  return 0;
}
