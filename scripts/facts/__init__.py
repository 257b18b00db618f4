"""What a store's facts and the law of each region may say, and reading them."""
