package io.github.datalab4j.rule;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Puts every property of jqwik under the rule; registered by {@code META-INF/services}. */
public final class NothingLeftHook implements AroundPropertyHook {
  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public int aroundPropertyProximity() {
    return -100; // around the hooks of the tests themselves
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) throws InterruptedException {
    NothingLeft.begin();
    PropertyExecutionResult result = property.execute();
    try {
      NothingLeft.end(false);
      return result;
    } catch (AssertionError left) {
      return result.mapToFailed(left);
    }
  }
}
