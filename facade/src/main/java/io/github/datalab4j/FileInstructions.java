package io.github.datalab4j;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to know about one file: in general, and page by page (the form field {@code
 * file_instructions} of the iterate operation).
 *
 * <p>The service does not document whether its first page is 0 or 1, so every page from 0 on is
 * passed on as it is given.
 */
public final class FileInstructions {
  private final @Nullable String general;
  private final List<Page> pages;

  private FileInstructions(@Nullable String general, List<Page> pages) {
    this.general = general;
    this.pages = Collections.unmodifiableList(new ArrayList<>(pages));
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** What holds for the whole file, or null when only pages have instructions. */
  public @Nullable String general() {
    return general;
  }

  /** The pages with instructions, in the order they were added; may be empty. */
  public List<Page> pages() {
    return pages;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FileInstructions
        && Objects.equals(general, ((FileInstructions) other).general)
        && pages.equals(((FileInstructions) other).pages);
  }

  @Override
  public int hashCode() {
    return 31 * Objects.hashCode(general) + pages.hashCode();
  }

  @Override
  public String toString() {
    return "FileInstructions{general=" + general + ", pages=" + pages + "}";
  }

  /** The instructions of one page. */
  public static final class Page {
    private final int number;
    private final String instructions;

    private Page(int number, String instructions) {
      this.number = number;
      this.instructions = instructions;
    }

    /**
     * One page's instructions; throws {@link IllegalArgumentException} for a page below 0 or a
     * blank text.
     */
    public static Page of(int number, String instructions) {
      if (number < 0) {
        throw new IllegalArgumentException("Page " + number + ": pages start at 0 or later.");
      }
      return new Page(number, notBlank(instructions, "The instructions for page " + number));
    }

    /** The page's number, from 0. */
    public int number() {
      return number;
    }

    /** What to know about the page. */
    public String instructions() {
      return instructions;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Page
          && number == ((Page) other).number
          && instructions.equals(((Page) other).instructions);
    }

    @Override
    public int hashCode() {
      return 31 * number + instructions.hashCode();
    }

    @Override
    public String toString() {
      return number + ": " + instructions;
    }
  }

  /** Builds {@link FileInstructions}. Not for use by several threads at once. */
  public static final class Builder {
    private @Nullable String general;
    private final List<Page> pages = new ArrayList<>();
    private final Set<Integer> numbers = new HashSet<>();

    private Builder() {}

    /** Sets what holds for the whole file. */
    public Builder general(String instructions) {
      this.general = notBlank(instructions, "The general instructions");
      return this;
    }

    /** Adds the instructions of one page, from 0; a page may be named once. */
    public Builder page(int number, String instructions) {
      return add(Page.of(number, instructions));
    }

    /** Adds the instructions of pages: at least one, each page once. */
    public Builder pages(List<Page> pages) {
      if (pages.isEmpty()) {
        throw new IllegalArgumentException("The list of pages is empty: leave it out.");
      }
      for (Page page : pages) {
        add(page);
      }
      return this;
    }

    private Builder add(Page page) {
      if (!numbers.add(page.number())) {
        throw new IllegalArgumentException(
            "Page " + page.number() + " has instructions already: put both into one text.");
      }
      pages.add(page);
      return this;
    }

    /** Throws {@link IllegalArgumentException} when nothing was set. */
    public FileInstructions build() {
      if (general == null && pages.isEmpty()) {
        throw new IllegalArgumentException(
            "Instructions without text: call general(…) or page(…), or leave them out.");
      }
      return new FileInstructions(general, pages);
    }
  }

  static String notBlank(String text, String what) {
    if (text.trim().isEmpty()) {
      throw new IllegalArgumentException(what + " must not be blank.");
    }
    for (int i = 0; i < text.length(); i++) {
      if (FileName.isLoneSurrogate(text, i)) {
        throw new IllegalArgumentException(what + " must not hold half a character.");
      }
    }
    return text;
  }
}
