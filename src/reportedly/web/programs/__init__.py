"""The same data for programs: the API, feeds, exports."""
