import type { CheckCases } from '../../check-cases';
import { change, nothing } from '../../mutation';
import { patchText } from './patch-text';

const ofVersion = "proxy: { proxyVersion: '^1[.]30.*' }";
const value = 'name: envoy.filters.http.lua';

export const relativePatch: CheckCases = {
  code: 'IST0151',
  mutations: { 'no priority': change('EnvoyFilter', 'spec.priority', nothing) },
  broken: {
    'a filter before another': patchText('HTTP_FILTER', 'INSERT_BEFORE'),
    'a filter that goes': patchText('NETWORK_FILTER', 'REMOVE'),
    'the only patch of its name, for one version': patchText('HTTP_FILTER', 'INSERT_AFTER', {
      match: ofVersion,
      value,
    }),
  },
  clean: {
    'a priority': patchText('HTTP_FILTER', 'INSERT_BEFORE', { spec: 'priority: -5,' }),
    'operations without neighbours':
      patchText('HTTP_FILTER', 'INSERT_FIRST') + patchText('CLUSTER', 'ADD') + patchText('HTTP_FILTER', 'MERGE'),
    'what Istio ignores anyway': patchText('CLUSTER', 'REPLACE') + patchText('HTTP_ROUTE', 'REMOVE'),
  },
};

export const relativePatchOfVersion: CheckCases = {
  code: 'IST0155',
  broken: {
    'two versions': ['old', 'new']
      .map((name) => patchText('HTTP_FILTER', 'INSERT_BEFORE', { match: ofVersion, value, name }))
      .join(''),
    'one version and all of them':
      patchText('HTTP_FILTER', 'INSERT_BEFORE', { value }) +
      patchText('HTTP_FILTER', 'ADD', { match: ofVersion, value }),
  },
  clean: {
    'two versions with priorities': ['old', 'new']
      .map((name) => patchText('HTTP_FILTER', 'INSERT_BEFORE', { match: ofVersion, value, spec: 'priority: 1,', name }))
      .join(''),
    'two patches without a name':
      patchText('HTTP_FILTER', 'INSERT_BEFORE', { match: ofVersion, name: 'old' }) +
      patchText('HTTP_FILTER', 'INSERT_BEFORE'),
    'one version alone': patchText('HTTP_FILTER', 'INSERT_BEFORE', { match: ofVersion, value }),
  },
};
