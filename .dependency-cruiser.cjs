/** The layers of the house: imports <- lib <- stacks <- cli <- main, and inside lib: model <- constructs. */
const rule = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to },
});

/** The rooms of lib/analysis/, floor by floor: each is understood before what is built on it. */
const analysisLayers = [
  ['manifest'],
  ['views'],
  ['inventory'],
  ['transport', 'network'],
  ['routing', 'authorization'],
  ['access', 'calls'],
  ['checks', 'plan'],
  ['graph'],
];

function layerKnowsOnlyThoseBelow(rooms, floor) {
  const above = analysisLayers.slice(floor + 1).flat();
  return rule(
    `analysis-floor-${floor}-${rooms.join('-and-')}`,
    'analysis reads, then understands the parts of a call one by one, then concludes',
    `^lib/analysis/(${rooms.join('|')})/`,
    `^lib/analysis/(${[...above, 'budget'].join('|')})(/|\\.ts)`,
  );
}

module.exports = {
  forbidden: [
    { name: 'no-cycles', comment: 'data flows one way', severity: 'error', from: {}, to: { circular: true } },
    rule(
      'imports-know-nothing',
      'bindings are generated from schemas alone',
      '^imports/',
      '^(lib|stacks|cli|test|main)',
    ),
    rule('lib-is-general', 'lib/ knows no application', '^lib/', '^(apps|stacks|cli|test|main)'),
    rule('stacks-do-no-io', 'what the lab is does not depend on how it is run', '^stacks/', '^(apps|cli|test|main)'),
    rule('cli-serves-main', 'main composes, and nothing imports it', '^(apps|cli|bench|test)/', '^main'),
    rule(
      'model-is-plain-data',
      'the model can be read without any CDK',
      '^lib/model/',
      '^(imports/|lib/(?!model/|kubernetes/))|node_modules/(cdk|constructs|@cdktf)',
    ),
    rule(
      'telemetry-and-load-are-plain-data',
      'dashboards, rules and load plans are values; who installs or runs them is the business of stacks/ and cli/',
      '^lib/(telemetry|load)/',
      '^(imports/|lib/(?!model/|kubernetes/|telemetry/|load/|statistics/))|node_modules/(cdk|constructs|@cdktf)',
    ),
    rule(
      'analysis-reads-objects-alone',
      'what was rendered is judged by what it says and what a cluster accepts, not by how it was made',
      '^lib/analysis/',
      '^(imports/(?!istio-schemas\\.json)|lib/(?!analysis/|kubernetes/|input/))|node_modules/(cdk|constructs|@cdktf)',
    ),
    ...analysisLayers.map(layerKnowsOnlyThoseBelow),
    rule(
      'lib-does-no-io',
      'files and processes belong to cli/',
      '^(lib|stacks)/',
      '^(node:)?(fs|child_process|net|http|https|os|path)(/|$)',
    ),
    {
      name: 'a-change-of-the-lab-breaks-only-its-own-tests',
      comment:
        'tests of lib/ have a mesh of their own, in test/support/; what is asserted of the lab stands in test/stacks/',
      severity: 'error',
      from: { path: '^test/', pathNot: '^test/(stacks|cli|cluster|real|readme)/' },
      to: { path: '^(stacks|test/stacks)/', pathNot: '^stacks/kubernetes-app\\.ts$' },
    },
    rule(
      'terraform-in-its-place',
      'everything of Terraform stays replaceable',
      '^lib/(?!cluster/|platform/)',
      'node_modules/(cdktf|@cdktf)/',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The frontend is a package of its own.
    exclude: { path: '^apps/(frontend|\\.built)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
