"""What every command uses: options, language, the shop, the channels, and the printing of an answer."""
