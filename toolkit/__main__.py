"""`python -m toolkit` is `timeline`."""

import sys

from toolkit.cli import main

sys.exit(main())
