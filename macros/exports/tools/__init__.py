"""One module for each helpdesk or text expander, each with its `TOOL`."""
