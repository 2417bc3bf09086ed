/**
 * The formulas: a feed-forward network, its loss, and the gradient of the loss.
 *
 * <p>Read {@link weka.classifiers.functions.backprop.network.Layer},
 * {@link weka.classifiers.functions.backprop.network.ForwardPass},
 * {@link weka.classifiers.functions.backprop.network.LossPass} and
 * {@link weka.classifiers.functions.backprop.network.Backpropagation}, in this order;
 * {@link weka.classifiers.functions.backprop.network.OnlineBackpropagation} is all of them in one, for one example.
 * The symbols in the code:
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><th>symbol</th><th>meaning</th><th>shape</th><th>name</th></tr>
 * <tr><td>x, X</td><td>inputs of an instance, of a mini-batch</td><td>[rows × inputs]</td>
 * <td>{@link weka.classifiers.functions.backprop.network.InputRows}</td></tr>
 * <tr><td>W, b</td><td>weights w_ij from input i to unit j, and biases b_j</td><td>[inputs + 1 × units], b last</td>
 * <td>{@link weka.classifiers.functions.backprop.network.Layer#parameters}</td></tr>
 * <tr><td>s, S</td><td>weighted sums, S = X·W + b</td><td>[rows × units]</td><td>{@code sums}</td></tr>
 * <tr><td>σ</td><td>activation function</td><td></td>
 * <td>{@link weka.classifiers.functions.backprop.network.Activation}</td></tr>
 * <tr><td>O</td><td>outputs of a layer, O = σ(S), which the next one reads as X</td><td>[rows × units]</td>
 * <td>{@code outputs}</td></tr>
 * <tr><td>l, y</td><td>targets: a class distribution, a number</td><td>[rows × outputs]</td>
 * <td>{@code targets}</td></tr>
 * <tr><td>E</td><td>loss of an instance, always minimised</td><td></td>
 * <td>{@link weka.classifiers.functions.backprop.network.Loss}</td></tr>
 * <tr><td>w</td><td>weight of an instance (without indices)</td><td>[rows]</td><td>{@code weight}</td></tr>
 * <tr><td>Δ</td><td>delta: gradient ∂E/∂s of the loss with respect to the weighted sums</td><td>[rows × units]</td>
 * <td>{@code deltas}</td></tr>
 * <tr><td>G</td><td>gradient ∂E/∂W = Xᵀ·Δ, and ∂E/∂b = Σ Δ as its last row</td><td>[inputs + 1 × units]</td>
 * <td>{@code gradients}</td></tr>
 * <tr><td>α, μ, λ</td><td>learning rate, momentum, weight penalty (in the room {@code train})</td><td></td>
 * <td>{@code learningRate}, {@code momentum}, {@code l2}</td></tr>
 * </table>
 *
 * <p>Depends on the kernel alone.
 */
package weka.classifiers.functions.backprop.network;
