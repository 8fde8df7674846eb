import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Observable, Subscription } from 'rxjs';

/** Redraws its element with each value of a stream, for as long as the element is on the page. */
export class Watch<T> implements ReactiveController {
  value: T | undefined;
  private subscription: Subscription | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly stream: () => Observable<T>,
    private readonly heard: (value: T) => void = () => {},
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.subscription = this.stream().subscribe((value) => {
      this.value = value;
      this.heard(value);
      this.host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.subscription?.unsubscribe();
  }
}

/** Redraws its element a few times a second while `runs` says that time goes by. */
export class Beat implements ReactiveController {
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly runs: () => boolean,
    private readonly everyMs = 125,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.timer = setInterval(() => {
      if (this.runs() && !document.hidden) this.host.requestUpdate();
    }, this.everyMs);
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
  }
}
