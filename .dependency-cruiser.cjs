/** The layers of the house: imports <- lib <- stacks <- cli <- main, and inside lib: model <- constructs. */
const rule = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', comment: 'data flows one way', severity: 'error', from: {}, to: { circular: true } },
    rule(
      'imports-know-nothing',
      'bindings are generated from schemas alone',
      '^imports/',
      '^(lib|stacks|cli|test|main)',
    ),
    rule('lib-is-general', 'lib/ knows no application', '^lib/', '^(stacks|cli|test|main)'),
    rule('stacks-do-no-io', 'what the lab is does not depend on how it is run', '^stacks/', '^(cli|test|main)'),
    rule('cli-serves-main', 'main composes, and nothing imports it', '^(cli|bench|test)/', '^main'),
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
      '^(imports/|lib/(?!model/|kubernetes/|telemetry/|load/))|node_modules/(cdk|constructs|@cdktf)',
    ),
    rule(
      'analysis-reads-objects-alone',
      'what was rendered is judged by what it says and what a cluster accepts, not by how it was made',
      '^lib/analysis/',
      '^(imports/(?!istio-schemas\\.json)|lib/(?!analysis/|kubernetes/|input/))|node_modules/(cdk|constructs|@cdktf)',
    ),
    rule(
      'analysis-reads-before-it-judges',
      'what objects say does not depend on what is made of it',
      '^lib/analysis/(inventory|views)/',
      '^lib/analysis/(?!inventory/|views/)',
    ),
    rule(
      'analysis-has-layers',
      'the parts of a call are understood one by one, before calls and plans are',
      '^lib/analysis/(security|network|authorization|routing)/',
      '^lib/analysis/(access|calls|plan|checks)/',
    ),
    rule(
      'analysis-ends-in-checks-and-plans',
      'findings and plans are conclusions, which nothing else builds on',
      '^lib/analysis/(access|calls)/',
      '^lib/analysis/(plan|checks)/',
    ),
    rule(
      'lib-does-no-io',
      'files and processes belong to cli/',
      '^(lib|stacks)/',
      '^(node:)?(fs|child_process|net|http|https|os|path)(/|$)',
    ),
    rule(
      'terraform-in-its-place',
      'everything of Terraform stays replaceable',
      '^lib/(?!cluster/|platform/)',
      'node_modules/(cdktf|@cdktf)/',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
