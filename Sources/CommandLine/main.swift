print("quandian")
