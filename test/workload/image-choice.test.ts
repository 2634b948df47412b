import { imageChoice } from '../../lib/workload/image-choice';

describe('the annotation for an image', () => {
  it('lets a tag pass, and says why', () => {
    expect(imageChoice('team/app:v1')).toEqual({
      annotations: { 'suppress.mesh-lab/LAB061': 'chosen by tag, so that people can read which version runs' },
    });
  });

  it('is not there for a digest, which needs no leave', () => {
    expect(imageChoice('team/app@sha256:12')).toEqual({});
  });
});
