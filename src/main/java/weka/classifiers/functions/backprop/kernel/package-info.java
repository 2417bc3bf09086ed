/**
 * The operations that training and prediction spend their time in: affine maps, weight gradients and sums of rows, in
 * plain Java and with the Vector API.
 *
 * <p>{@link weka.classifiers.functions.backprop.kernel.Kernel} says what a kernel does and how matrices lie in memory;
 * {@link weka.classifiers.functions.backprop.kernel.Kernels} chooses the one of this JVM. Only the classes whose names
 * begin with {@code Vector} touch the incubator's API.
 *
 * <p>Depends on the JDK alone.
 */
package weka.classifiers.functions.backprop.kernel;
