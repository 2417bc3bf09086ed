package weka.classifiers.functions.backprop.train;

import weka.classifiers.functions.backprop.network.Examples;

/**
 * The part of the data that a cluster keeps in one partition; either may be empty.
 *
 * @param training examples to train on
 * @param validation examples that are held out
 */
public record Shard(Examples training, Examples validation) {
}
