package io.github.datalab4j.rule;

import io.reactivex.rxjava3.core.CompletableObserver;
import io.reactivex.rxjava3.core.MaybeObserver;
import io.reactivex.rxjava3.core.Observer;
import io.reactivex.rxjava3.core.SingleObserver;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.reactivestreams.Subscriber;

/**
 * Looks for the key in all that arrives at the ends of streams: at test observers, blocking calls,
 * futures and callbacks.
 */
final class StreamEnds {
  /** Others may fuse with what is before them, and belong to the library's inside. */
  private static final Pattern END =
      Pattern.compile(
          "io\\.reactivex\\.rxjava3\\.((observers|subscribers)\\.(Safe|Test)|internal\\.("
              + "observers\\.(BiConsumer|Blocking|Callback|Consumer|DisposableAutoRelease|Empty"
              + "|ForEachWhile|Future|Lambda)"
              + "|subscribers\\.(Blocking|BoundedSubscriber|ForEachWhile|Future|Lambda|Strict)"
              + "|jdk8\\.(CompletionStage|(Flowable|Observable)(First|Last|Single)?Stage)"
              + "|operators\\.maybe\\.MaybeCallback"
              + "|operators\\.(flowable\\.BlockingFlowable|observable\\.BlockingObservable))).*");

  private final List<String> leaks = new CopyOnWriteArrayList<>();

  /** What told the key, if anything did. */
  List<String> leaks() {
    return leaks;
  }

  void watch() {
    RxJavaPlugins.setOnObservableSubscribe((stream, end) -> watched(Observer.class, end));
    RxJavaPlugins.setOnFlowableSubscribe((stream, end) -> watched(Subscriber.class, end));
    RxJavaPlugins.setOnSingleSubscribe((stream, end) -> watched(SingleObserver.class, end));
    RxJavaPlugins.setOnMaybeSubscribe((stream, end) -> watched(MaybeObserver.class, end));
    RxJavaPlugins.setOnCompletableSubscribe(
        (stream, end) -> watched(CompletableObserver.class, end));
  }

  private <O> O watched(Class<O> type, O end) {
    if (!isEnd(end)) {
      return end;
    }
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (arguments != null
                  && method.getName().startsWith("on")
                  && !method.getName().equals("onSubscribe")) {
                look(arguments[0]);
              }
              try {
                return method.invoke(end, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private static boolean isEnd(Object observer) {
    return END.matcher(observer.getClass().getName()).matches();
  }

  void look(Object told) {
    if (Canary.isIn(told)) {
      leaks.add(told.getClass() + ": " + told);
    }
  }
}
