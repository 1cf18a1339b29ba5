"""The words of workforce planning as frozen types: what the files hold."""
