import type { Match } from "../../model/match.ts";
import { rangeOf } from "../../model/range.ts";
import type { Window } from "../../model/window.ts";
import type { Detector } from "../detector.ts";
import { isMadeUp } from "./made-up.ts";

/**
 * Services as the cluster's DNS names them, and pods of a deployment: its name, ten characters of a hash, five random ones, of an alphabet without vowels.
 * https://kubernetes.io/docs/concepts/services-networking/dns-pod-service
 * https://github.com/kubernetes/apimachinery/blob/master/pkg/util/rand/rand.go
 */
export const kubernetesName: Detector = {
  id: "infrastructure/kubernetes-name",
  summary: "Name of a service or a pod in a cluster",
  remedy: "Say what the service does, or give it the name of an example: web.default.svc.cluster.local.",
  disclosure: { topic: "operations", weight: 1.5 },
  trigger: [
    { literals: [".svc"] },
    {
      literals: [
        "pod",
        "Pod",
        "kubectl",
        "deployment/",
        "Deployment",
        "CrashLoop",
        "restart",
        "Running",
        "OOMKill",
        "Evicted",
        "ImagePull",
        "crashed",
        "crashing",
        "rollout",
        "replica",
      ],
      // The shortest pod has sixteen characters; the longest has 65, of which the words of two windows may see a part each.
      behind: { run: "token", least: 16, holds: "-", around: 200 },
    },
  ],
  reach: { before: 128, after: 96 },

  *detect(window) {
    if (window.text.includes(".svc")) yield* services(window);
    if (endsAsPod.test(window.text)) for (const match of window.matchAll(pod)) yield { range: rangeOf(match) };
  },

  examples: [
    "curl http://«invoices.billing.svc.cluster.local»:8080/health",
    '{"m":"see\\n«invoices.billing.svc.cluster.local» and\\t«invoices.billing.svc.cluster.local»"}',
    "redis://«redis-master.cache.svc»:6379, «invoices.billing.svc»:8080",
    "pod «invoices-7d9f8b6c5d-x2x4q» is gone, «orders-7d9f8b6c5d-x2x4q» crashed",
    "kubectl logs -f «heron-web-6b8f94c7cd-4kz8w»",
    "«heron-web-6b8f94c7cd-4kz8w»   0/1   CrashLoopBackOff   7",
    "kubernetes.default.svc.cluster.local, foo.bar.svc.cluster.local, my-svc.my-namespace.svc.cluster.local, web.default.svc.cluster.local",
    "pod my-long-component-names, pods: some-more-words-here-still, *.svc.cluster.local, <svc>.<ns>.svc.cluster.local",
    "restart the restaurant-reservation-widget, Running in-between-things-there",
  ],
};

function* services(window: Window): Generator<Match> {
  for (const match of window.matchAll(service)) {
    const [name = "", namespace = ""] = match[0].split(".");
    if (!common.test(`${name}.${namespace}`) && !isMadeUp(name) && !isMadeUp(namespace))
      yield { range: rangeOf(match) };
  }
  for (const match of window.matchAll(short)) if (!common.test(match[0].slice(0, -4))) yield { range: rangeOf(match) };
}

const service =
  /(?<![\w.{}<>$-](?<!(?<!\\)\\[nrt]))(?<!(?<!\\)\\(?=[nrt]))[a-z\d][a-z\d-]{0,62}\.[a-z\d][a-z\d-]{0,62}\.svc\.cluster\.local(?![\w-])/g;
// With a port or as a link; `report.data.svc` may be a file.
const short =
  /(?<=\/\/)[a-z\d][a-z\d-]{0,62}\.[a-z\d][a-z\d-]{0,62}\.svc(?![\w.-])|(?<![\w.{}<>$/-](?<!(?<!\\)\\[nrt]))(?<!(?<!\\)\\(?=[nrt]))[a-z\d][a-z\d-]{0,62}\.[a-z\d][a-z\d-]{0,62}\.svc(?=:\d)/g;
const common =
  /^(?:kubernetes|web|nginx|redis|mysql|postgres|api|service|service-?name|svc)\.(?:default|namespace|ns)$|\.(?:kube-system|istio-system|namespace|ns)$|^(?:service|svc|name|app)\./;

/** Five random ones at the end: looked for first, as few words end so and any word could begin a pod's name. */
const endsAsPod = /-[bcdf-hj-np-tv-xz2456789]{5}(?![\w-])/;
const pod =
  /(?<![\w.-](?<!(?<!\\)\\[nrt]))(?<!(?<!\\)\\(?=[nrt]))[a-z](?:[a-z\d-]{0,46}[a-z\d])?-(?=[a-z]{0,9}\d)[bcdf-hj-np-tv-xz2456789]{8,10}-(?=[a-z]{0,4}\d)[bcdf-hj-np-tv-xz2456789]{5}(?![\w-])/g;
