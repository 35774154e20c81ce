"""What the words of the field are: frozen values, no input or output."""
