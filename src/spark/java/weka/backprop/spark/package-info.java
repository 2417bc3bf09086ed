/**
 * Trains and scores networks on Apache Spark. A thin adapter: the rounds of training are engine code without Spark's
 * types, and what comes out is an ordinary Weka model. No Scala type is touched, so that one jar runs on Spark 3.5 and
 * 4.x.
 */
package weka.backprop.spark;
