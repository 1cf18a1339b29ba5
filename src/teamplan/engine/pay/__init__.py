"""What a team costs: the only home of cost, from the wage to the price of every answer."""
