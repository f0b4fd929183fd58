// region module
module example {
  requires io.github.datalab4j;
  requires io.reactivex.rxjava3;
  requires kotlin.stdlib; // OkHttp 4 needs it and, as an automatic module, cannot say so
}
// endregion
