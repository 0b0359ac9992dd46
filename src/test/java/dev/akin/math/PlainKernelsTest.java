package dev.akin.math;

final class PlainKernelsTest extends KernelsContract {
  @Override
  Kernels kernels() {
    return new PlainKernels();
  }
}
