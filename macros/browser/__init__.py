"""What the site takes to the browser: the engine as a wheel with a snapshot, and the desk's words."""
