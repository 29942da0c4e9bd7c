/* The training in plain C: double precision, the assignment's formulas, loops in the order in which one writes them down.
 *
 * stdin: iterations, examples, then X (2 rows), Y, and the initial W1, W2, W3, all row by row; biases start at zero.
 * stdout: the seconds that the training took and the last of the costs of every thousandth iteration.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { N0 = 2, N1 = 10, N2 = 5, N3 = 1 };

struct parameters {
  double W1[N1 * N0], b1[N1], W2[N2 * N1], b2[N2], W3[N3 * N2], b3[N3];
};

static double *numbers(int count) {
  double *block = calloc(count, sizeof(double));
  if (block == NULL) exit(1);
  return block;
}

/* z = W·a + b; W is o by i, a is i by m. */
static void linear(const double *W, const double *a, const double *b, double *z, int o, int i, int m) {
  for (int row = 0; row < o; row++) {
    for (int j = 0; j < m; j++) z[row * m + j] = 0;
    for (int k = 0; k < i; k++)
      for (int j = 0; j < m; j++) z[row * m + j] += W[row * i + k] * a[k * m + j];
    for (int j = 0; j < m; j++) z[row * m + j] += b[row];
  }
}

static void relu(const double *z, double *a, int count) {
  for (int j = 0; j < count; j++) a[j] = z[j] > 0 ? z[j] : 0;
}

static void sigmoid(const double *z, double *a, int count) {
  for (int j = 0; j < count; j++) a[j] = 1 / (1 + exp(-z[j]));
}

static double compute_loss(const double *a3, const double *Y, int m) {
  double total = 0;
  for (int j = 0; j < m; j++) {
    double loss = -log(a3[j]) * Y[j] + -log(1 - a3[j]) * (1 - Y[j]);
    if (!isnan(loss)) total += loss;
  }
  return 1.0 / m * total;
}

/* dW = dz·aᵀ and db = the row sums of dz; dz is o by m, a is i by m. */
static void slopes(const double *dz, const double *a, double *dW, double *db, int o, int i, int m) {
  for (int row = 0; row < o; row++) {
    double sum = 0;
    for (int j = 0; j < m; j++) sum += dz[row * m + j];
    db[row] = sum;
    for (int k = 0; k < i; k++) {
      double product = 0;
      for (int j = 0; j < m; j++) product += dz[row * m + j] * a[k * m + j];
      dW[row * i + k] = product;
    }
  }
}

/* da = Wᵀ·dz, and dz of the layer before = da where its unit was active; W is o by i. */
static void through(const double *W, const double *dz, const double *a, double *before, int o, int i, int m) {
  for (int row = 0; row < i; row++) {
    for (int j = 0; j < m; j++) before[row * m + j] = 0;
    for (int k = 0; k < o; k++)
      for (int j = 0; j < m; j++) before[row * m + j] += W[k * i + row] * dz[k * m + j];
    for (int j = 0; j < m; j++) before[row * m + j] *= a[row * m + j] > 0;
  }
}

static void step(double *values, const double *slope, int count, double learning_rate) {
  for (int j = 0; j < count; j++) values[j] -= learning_rate * slope[j];
}

static double train(const double *X, const double *Y, struct parameters *p, int m, int iterations) {
  struct parameters g;
  double *z1 = numbers(N1 * m), *a1 = numbers(N1 * m), *dz1 = numbers(N1 * m);
  double *z2 = numbers(N2 * m), *a2 = numbers(N2 * m), *dz2 = numbers(N2 * m);
  double *z3 = numbers(N3 * m), *a3 = numbers(N3 * m), *dz3 = numbers(N3 * m);
  double kept = 0;
  for (int i = 0; i < iterations; i++) {
    linear(p->W1, X, p->b1, z1, N1, N0, m);
    relu(z1, a1, N1 * m);
    linear(p->W2, a1, p->b2, z2, N2, N1, m);
    relu(z2, a2, N2 * m);
    linear(p->W3, a2, p->b3, z3, N3, N2, m);
    sigmoid(z3, a3, N3 * m);
    double cost = compute_loss(a3, Y, m);
    for (int j = 0; j < N3 * m; j++) dz3[j] = 1.0 / m * (a3[j] - Y[j]);
    slopes(dz3, a2, g.W3, g.b3, N3, N2, m);
    through(p->W3, dz3, a2, dz2, N3, N2, m);
    slopes(dz2, a1, g.W2, g.b2, N2, N1, m);
    through(p->W2, dz2, a1, dz1, N2, N1, m);
    slopes(dz1, X, g.W1, g.b1, N1, N0, m);
    step((double *)p, (const double *)&g, sizeof g / sizeof(double), 0.01);
    if (i % 1000 == 0) kept = cost;
  }
  return kept;
}

static void read(double *into, int count) {
  for (int j = 0; j < count; j++)
    if (scanf("%lf", &into[j]) != 1) exit(1);
}

int main(void) {
  int iterations, m;
  if (scanf("%d %d", &iterations, &m) != 2) return 1;
  double *X = numbers(N0 * m), *Y = numbers(m);
  struct parameters p;
  memset(&p, 0, sizeof p);
  read(X, N0 * m);
  read(Y, m);
  read(p.W1, N1 * N0);
  read(p.W2, N2 * N1);
  read(p.W3, N3 * N2);
  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  double cost = train(X, Y, &p, m, iterations);
  clock_gettime(CLOCK_MONOTONIC, &end);
  double seconds = (end.tv_sec - start.tv_sec) + (end.tv_nsec - start.tv_nsec) / 1e9;
  printf("{\"seconds\": %.9f, \"cost\": %.17g}\n", seconds, cost);
  return 0;
}
