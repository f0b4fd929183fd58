package io.github.datalab4j.generator.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** All models in groups, each as many as one method of the adapters' factory can name. */
public final class AdapterGroups {
  private static final int SIZE = 500;

  private final List<Group> groups = new ArrayList<>();

  private AdapterGroups(List<ModelSpec> models) {
    for (int start = 0; start < models.size(); start += SIZE) {
      int end = Math.min(start + SIZE, models.size());
      groups.add(new Group(groups.size() + 1, models.subList(start, end), end == models.size()));
    }
  }

  public static AdapterGroups of(Collection<? extends ModelSpec> models) {
    return new AdapterGroups(new ArrayList<>(models));
  }

  public List<Group> groups() {
    return groups;
  }

  public boolean isEmpty() {
    return groups.isEmpty();
  }

  /** Some of the models. */
  public static final class Group {
    private final int number;
    private final List<ModelSpec> models;
    private final boolean last;

    Group(int number, List<ModelSpec> models, boolean last) {
      this.number = number;
      this.models = models;
      this.last = last;
    }

    public int number() {
      return number;
    }

    public List<ModelSpec> models() {
      return models;
    }

    public boolean last() {
      return last;
    }
  }
}
