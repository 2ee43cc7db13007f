"""When a thing happened and when it was said: which expression of time belongs to which happening."""
