/**
 * Training: how gradients become steps, and when training ends.
 *
 * <p>{@link weka.classifiers.functions.backprop.train.Hyperparameters} say how to train. A
 * {@link weka.classifiers.functions.backprop.train.Trainer} takes a
 * {@link weka.classifiers.functions.backprop.train.TrainingState} through epochs until the loss stops improving, rolls
 * it back when training diverges, keeps the best epoch, and writes the
 * {@link weka.classifiers.functions.backprop.train.History}. {@code TrainingStep} is one step: forward, loss, backward,
 * gradient, update; {@link weka.classifiers.functions.backprop.train.StepTrainer} takes them one by one, for a stream.
 * An {@link weka.classifiers.functions.backprop.train.Optimizer} is the rule of the update. Threads are those of
 * {@code Workers}; a {@link weka.classifiers.functions.backprop.train.Cluster} trains on several machines.
 *
 * <p>Depends on the network and the kernel. Knows neither Weka nor options.
 */
package weka.classifiers.functions.backprop.train;
