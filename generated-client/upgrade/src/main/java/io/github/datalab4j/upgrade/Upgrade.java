package io.github.datalab4j.upgrade;

import io.github.datalab4j.generator.document.UnreadableDocumentException;
import io.github.datalab4j.generator.surface.SurfaceFile;
import io.github.datalab4j.upgrade.change.Changes;
import io.github.datalab4j.upgrade.change.FacadeHold;
import io.github.datalab4j.upgrade.document.ApiDocument;
import io.github.datalab4j.upgrade.document.DocumentReader;
import io.github.datalab4j.upgrade.document.DocumentSource;
import io.github.datalab4j.upgrade.document.DocumentText;
import io.github.datalab4j.upgrade.project.ChangelogDraft;
import io.github.datalab4j.upgrade.project.Project;
import io.github.datalab4j.upgrade.project.ProjectException;
import io.github.datalab4j.upgrade.project.Rehearsal;
import io.github.datalab4j.upgrade.report.Preview;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An upgrade of a project to another document. */
final class Upgrade {
  private final DocumentText current;
  private final DocumentText text;
  private final ApiDocument before;
  private final ApiDocument after;
  private final Changes changes;
  private final ChangelogDraft changelog;

  private Upgrade(DocumentText current, DocumentText text, ApiDocument before, ApiDocument after) {
    this.current = current;
    this.text = text;
    this.before = before;
    this.after = after;
    this.changes = Changes.between(before, after, FacadeHold.shipped());
    this.changelog = ChangelogDraft.of(changes);
  }

  /** Reads both documents; what the surface file knows keeps its name. */
  static Upgrade of(Project project, String pathOrUrl)
      throws UnreadableDocumentException, ProjectException {
    DocumentSource source = new DocumentSource();
    DocumentText text = source.read(pathOrUrl);
    Map<String, String> names = SurfaceFile.read(project.surface()).names();
    DocumentText current = source.read(project.document().toString());
    ApiDocument before = DocumentReader.read(current, names);
    project.checkSurface(before);
    return new Upgrade(current, text, before, DocumentReader.read(text, names));
  }

  /** Whether the project has this very document. */
  boolean isSame() {
    return text.yaml().equals(current.yaml());
  }

  DocumentText text() {
    return text;
  }

  ApiDocument after() {
    return after;
  }

  /** What the parser newly says against the document, a line each. */
  List<String> messages() {
    return after.messagesNewSince(before);
  }

  Changes changes() {
    return changes;
  }

  /** What is to be done in the facade, in a sentence that names the classes. */
  String facadeTask() {
    Set<String> change = changes.facadeClasses().keySet();
    Set<String> look = changes.facadeClassesToLookAt().keySet();
    if (change.isEmpty() && look.isEmpty()) {
      return "Nothing that the facade needs changes.";
    }
    return ((change.isEmpty()
                ? ""
                : "The facade has to follow: change " + String.join(", ", change) + ". ")
            + (look.isEmpty()
                ? ""
                : "What the facade needs may hold or mean something else: look at "
                    + String.join(", ", look)
                    + "."))
        .strip();
  }

  ChangelogDraft changelog() {
    return changelog;
  }

  Preview preview(Rehearsal.@Nullable Outcome outcome) {
    return new Preview(before, after, text.origin(), changes, changelog, isSame(), outcome);
  }
}
