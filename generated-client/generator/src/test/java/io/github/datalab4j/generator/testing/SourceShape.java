package io.github.datalab4j.generator.testing;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** What sources consist of for the compiler, but for names, literals and comments. */
public final class SourceShape extends TreeScanner<Void, Void> {
  private final SortedMap<Tree.Kind, Integer> counts = new TreeMap<>();
  private final Set<String> usedNames = new HashSet<>();

  private SourceShape() {}

  /** Of whole files. */
  public static SourceShape of(List<String> sources) throws IOException {
    List<JavaFileObject> files = new ArrayList<>();
    for (String source : sources) {
      files.add(new Source(files.size(), source));
    }
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of(), null, files);
    SourceShape shape = new SourceShape();
    for (CompilationUnitTree unit : task.parse()) {
      shape.scan(unit, null);
    }
    return shape;
  }

  /** How many of each kind of tree. */
  public SortedMap<Tree.Kind, Integer> counts() {
    return counts;
  }

  /** The names that code refers to: of types, methods, fields. */
  public Set<String> usedNames() {
    return usedNames;
  }

  @Override
  public Void scan(Tree tree, Void none) {
    if (tree != null) {
      counts.merge(tree.getKind(), 1, Integer::sum);
    }
    return super.scan(tree, null);
  }

  @Override
  public Void visitIdentifier(IdentifierTree name, Void none) {
    usedNames.add(name.getName().toString());
    return super.visitIdentifier(name, null);
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree select, Void none) {
    usedNames.add(select.getIdentifier().toString());
    return super.visitMemberSelect(select, null);
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(int number, String text) {
      super(URI.create("memory:///Source" + number + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
