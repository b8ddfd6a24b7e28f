months = Januari
