#!/usr/bin/env node
/** The app of `npm start`, `cdktf` and `cdk8s`. */
'use strict';
require('./launch.cjs').launch('main');
