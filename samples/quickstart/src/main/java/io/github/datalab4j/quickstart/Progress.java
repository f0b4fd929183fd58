package io.github.datalab4j.quickstart;

/** The line that moves while the program waits. */
interface Progress {
  /** Shows how much of the request is out. */
  void upload(long sent, long total);

  /** Shows that the service is working, in its own word. */
  void waiting(String word, long answers);

  /** Takes the line away, so that text can be written; the next call draws it again. */
  void clear();

  /** Nothing moves: there is no terminal to draw on. */
  Progress NONE =
      new Progress() {
        @Override
        public void upload(long sent, long total) {}

        @Override
        public void waiting(String word, long answers) {}

        @Override
        public void clear() {}
      };
}
