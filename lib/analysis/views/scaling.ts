import { fields, number, text, word } from '../manifest/lenient';
import { labelSelector } from './selector';
import { viewerOf } from './view';

/** @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/ */
export const autoscaler = viewerOf('autoscaling', 'HorizontalPodAutoscaler', {
  scaleTargetRef: fields({ kind: text, name: text }),
  minReplicas: number,
  maxReplicas: number,
});

/** @see https://kubernetes.io/docs/tasks/run-application/configure-pdb/ */
export const disruptionBudget = viewerOf('policy', 'PodDisruptionBudget', {
  selector: labelSelector,
  minAvailable: word,
  maxUnavailable: word,
});

export type DisruptionBudget = ReturnType<typeof disruptionBudget.view>;
