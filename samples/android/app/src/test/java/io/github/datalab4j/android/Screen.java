package io.github.datalab4j.android;

import static org.robolectric.Shadows.shadowOf;

import android.app.Activity;
import android.content.Intent;
import android.net.Uri;
import android.os.Bundle;
import android.os.Parcel;
import org.robolectric.Robolectric;
import org.robolectric.android.controller.ActivityController;

/** The activity under test, and what a user and the system do to it. */
final class Screen {
  private ActivityController<IterationActivity> controller =
      Robolectric.buildActivity(IterationActivity.class).setup();

  String text() {
    return controller.get().status.getText().toString();
  }

  /** Waits until it shows a text. */
  void until(String text) {
    Service.mainThreadUntil(() -> text().contains(text), () -> "The screen shows: " + text());
  }

  IterationActivity activity() {
    return controller.get();
  }

  void send(Uri document) {
    IterationActivity activity = controller.get();
    activity.feedback.setText("Keep footnotes with their tables");
    activity.choose.performClick();
    Intent picker = shadowOf(activity).getNextStartedActivityForResult().intent;
    shadowOf(activity).receiveResult(picker, Activity.RESULT_OK, new Intent().setData(document));
  }

  void rotate() {
    controller.recreate();
  }

  void leave() {
    controller.pause().stop();
  }

  void comeBack() {
    controller.restart().start().resume();
  }

  /** In the background; the system kills the process; the user returns. */
  void dieAndComeBack() {
    leave();
    Bundle saved = new Bundle();
    controller.saveInstanceState(saved);
    Service.application().dieAndComeBack();
    controller = Robolectric.buildActivity(IterationActivity.class).setup(copy(saved));
  }

  void close() {
    controller.pause().stop().destroy();
  }

  /** As the system keeps it: as bytes. */
  private static Bundle copy(Bundle state) {
    Parcel parcel = Parcel.obtain();
    parcel.writeBundle(state);
    byte[] bytes = parcel.marshall();
    parcel.recycle();
    Parcel read = Parcel.obtain();
    read.unmarshall(bytes, 0, bytes.length);
    read.setDataPosition(0);
    Bundle copy = read.readBundle(IterationActivity.class.getClassLoader());
    read.recycle();
    return copy;
  }
}
