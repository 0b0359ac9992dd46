package dev.akin.math;

/// Holds the choice between the twins. Asking the linker is the one test that is right on HotSpot
/// with and without `--add-modules` and in a native image.
final class BestKernels {
  static final Kernels INSTANCE = choose();

  private BestKernels() {}

  private static Kernels choose() {
    try {
      return new VectorKernels();
    } catch (LinkageError absent) {
      return new PlainKernels();
    }
  }
}
