import { configure } from '@testing-library/react';

// A busy machine may be slow: only what never comes is a fault. The default is 1 s.
configure({ asyncUtilTimeout: 15_000 });
