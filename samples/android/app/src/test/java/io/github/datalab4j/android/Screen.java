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
  private Bundle saved = new Bundle();

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
    Service.mainThreadUntil(activity.choose::isEnabled);
    activity.feedback.setText("Keep footnotes with their tables");
    activity.choose.performClick();
    Intent picker = shadowOf(activity).getNextStartedActivityForResult().intent;
    shadowOf(activity).receiveResult(picker, Activity.RESULT_OK, new Intent().setData(document));
  }

  void rotate() {
    controller.recreate();
  }

  /** What happens from here on is not in the saved state. */
  void leave() {
    saved = new Bundle();
    controller.pause().stop().saveInstanceState(saved);
  }

  void comeBack() {
    controller.restart().start().resume();
  }

  /** The system kills the process in the background; the user returns. */
  void dieAndComeBack() {
    Service.application().dieAndComeBack();
    controller = Robolectric.buildActivity(IterationActivity.class).setup(copy(saved));
  }

  /** The same, but the user starts the application anew: there is no saved state. */
  void dieAndStartAnew() {
    saved = new Bundle();
    Service.application().dieAndComeBack();
    controller = Robolectric.buildActivity(IterationActivity.class).setup();
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
