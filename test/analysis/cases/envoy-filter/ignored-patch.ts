import type { CheckCases } from '../../check-cases';
import { change } from '../../mutation';
import { patchText } from './patch-text';

export const ignoredReplace: CheckCases = {
  code: 'IST0152',
  mutations: {
    'a cluster to replace': change('EnvoyFilter', 'spec.configPatches.*', {
      applyTo: 'CLUSTER',
      patch: { operation: 'REPLACE', value: {} },
    }),
  },
  broken: { 'a route to replace': patchText('HTTP_ROUTE', 'REPLACE') },
  clean: {
    'a filter to replace': patchText('HTTP_FILTER', 'REPLACE', { spec: 'priority: 1,' }),
    'filters and virtual hosts to replace': ['HTTP_FILTER', 'NETWORK_FILTER', 'LISTENER_FILTER', 'VIRTUAL_HOST']
      .map((kind) => patchText(kind, 'REPLACE'))
      .join(''),
    'a cluster to merge': patchText('CLUSTER', 'MERGE'),
  },
};

export const ignoredAdd: CheckCases = {
  code: 'IST0153',
  mutations: {
    'a route to add': change('EnvoyFilter', 'spec.configPatches.*', {
      applyTo: 'HTTP_ROUTE',
      patch: { operation: 'ADD', value: {} },
    }),
  },
  broken: { 'a route configuration to add': patchText('ROUTE_CONFIGURATION', 'ADD') },
  clean: {
    'a cluster and a virtual host to add': patchText('CLUSTER', 'ADD') + patchText('VIRTUAL_HOST', 'ADD'),
    'a route to put first': patchText('HTTP_ROUTE', 'INSERT_FIRST'),
  },
};

export const ignoredRemove: CheckCases = {
  code: 'IST0154',
  mutations: {
    'a route to remove': change('EnvoyFilter', 'spec.configPatches.*', {
      applyTo: 'HTTP_ROUTE',
      patch: { operation: 'REMOVE' },
    }),
  },
  broken: { 'a route configuration to remove': patchText('ROUTE_CONFIGURATION', 'REMOVE') },
  clean: {
    'a filter to remove': patchText('HTTP_FILTER', 'REMOVE', { spec: 'priority: 1,' }),
    'a filter and a cluster to remove': patchText('HTTP_FILTER', 'REMOVE') + patchText('CLUSTER', 'REMOVE'),
    'a route to merge': patchText('HTTP_ROUTE', 'MERGE'),
  },
};
