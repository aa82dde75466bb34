"""What live plans work out by themselves: reports, made in a process of their own."""
