package weka.classifiers.functions.backprop.session;

import java.util.List;
import weka.classifiers.functions.backprop.model.Member;
import weka.core.Instance;

/**
 * What a member held out.
 *
 * @param member of the best epoch
 * @param group its members, of different kinds, held out the same instances
 * @param instances none if nothing was held out
 */
record HeldOut(Member member, int group, List<Instance> instances) {
}
