"""What the words round a figure do to it: open it, close it, blur it, say that it moved."""
