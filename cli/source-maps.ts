/**
 * The Terraform CDK takes a stack trace for every value it passes around. Mapping those back to
 * TypeScript takes longer than rendering, so it happens only for who asks for stack traces. To be
 * imported before anything else: maps are read when a module is.
 */
process.setSourceMapsEnabled(process.argv.includes('--debug'));
