"""Given names: the usual ones of the United States (census of 1990) and of other languages that news is full of."""

from typing import Final

DOUBTFUL: Final = """
Addison Amber Angel April Aria Ariana Art Austin Autumn Avery Bailey Bella Ben Bill Brooklyn Carter Chance Charlotte
Chase Chelsea Cheyenne Chip Cliff Crystal Dakota Dale Dallas Dawn Dean Deb Destiny Diamond Drew Easton Ed Essence
Faith Genesis Ginger Glen Grace Grant Guy Harper Hazel Heath Honey Hope Houston Hudson Hunter India Iris Ivy Jade
Jesus Jordan Joy June Kennedy Kenya Landon Lee Lily Lincoln Logan London Luna Madison Mark Maverick Mel Melody Paris
Parker Pat Pearl Piper Precious Quinn Ray Reagan Rich Rob Rose Ruby Savannah Skylar Sue Summer Sydney Taylor Trinity
Troy Violet Virginia Wes Will Wyatt
"""
"""Given names that are places, words or family names too: they tell something in front of a family name alone."""
GIVEN_NAMES: Final = """
Aaliyah Aarav Aaron Abby Abdel Abdelfattah Abdul Abdullah Abdulrahman Abebe Abel Abigail Abiola Abiy Abraham Abu
Achieng Achim Ada Adaeze Adam Addie Adel Adela Adele Adeline Adewale Aditya Adnan Adolfo Adolph Adrian Adriana
Adrienne Agnes Agnieszka Agustin Ahmad Ahmed Ahmet Aida Aidan Aiden Aileen Aimee Aino Aisha Ajay Akira Akua Alain Alan
Alana Alasdair Albert Alberta Alberto Albrecht Alejandra Alejandro Aleksandar Aleksander Aleksandr Aleksandra Aleksei
Aleksey Alena Alessandra Alessandro Alex Alexander Alexandra Alexandre Alexandria Alexei Alexey Alexis Alfonso Alfred
Alfredo Alhaji Ali Alice Alicia Alina Aline Alisa Alisha Alisher Alison Alissa Alistair Alla Allan Allen Allie Allison
Allyson Alma Alonzo Alphonso Althea Alton Alvaro Alvin Alyce Alyssa Ama Amadou Amal Amanda Amani Amar Amara Amelia
Amie Amina Amir Amit Amjad Amos Amy Ana Anastasia Anatoly Anders Andras Andre Andrea Andreas Andrei Andrej Andres
Andrew Andrey Andriy Andrzej András Andy Aneta Angela Angelia Angelica Angelina Angeline Angelo Angie Angus Anil Anita
Anjali Ankit Ann Anna Annabelle Anne Annegret Anneke Annette Annie Anselm Anthony Antoine Antoinette Anton Antonia
Antonin Antonis Antti Anwar Anže Aoife Araceli Arash Archie Ariel Arjun Arlene Arline Armand Armando Armin Arnaud
Arnold Arsen Artem Arthur Artis Arturo Arun Arvind Arzu Asad Asghar Ashlee Ashley Ashok Ashraf Asif Astrid Atiku
Aubrey Audra Audrey Augusta Aung Aurelia Aurelio Aurora Ava Avery Avis Ayesha Aylin Ayman Ayodele Ayse Aziz Babak
Bahram Bakary Bakili Barack Barbara Barbra Barney Barry Bart Bartosz Bashar Basil Bassem Bastian Beata Beatrice
Beatriz Beau Becky Belinda Benazir Benedikt Benita Benito Benjamin Bennie Benny Benoit Bernadette Bernadine Bernard
Bernardo Bernd Bernhard Bernice Bernie Bert Berta Bertha Bessie Beth Bethan Bethany Betsy Bette Bettie Betty Bettye
Beulah Beverly Bianca Bilal Billie Billy Birgit Birthe Bjarne Bjorn Björn Blaine Blair Blake Blanca Blanche Bob Boban
Bobbi Bobbie Bobby Bogdan Bola Bongani Bonita Bonnie Boris Borys Boyd Brad Bradford Bradley Brady Brain Bram Brandi
Brandon Brandy Branislav Brayden Brenda Brendan Brent Bret Brett Brian Briana Brianna Bridget Bridgette Brit Britta
Brittany Brittney Brock Brooke Bruce Bruno Bryan Bryant Bryce Bryon Buddy Bukola Burak Burcu Burton Byron Cade Caden
Caitlin Caleb Callie Callum Calvin Cameron Camille Candace Candice Cara Carey Carl Carla Carlene Carles Carlo Carlos
Carlton Carly Carmela Carmella Carmelo Carmen Carol Carole Caroline Carolyn Carrie Carroll Cary Casey Cassandra Cassie
Catalina Catarina Catherine Cathleen Cathy Cecelia Cecil Cecile Cecilia Cedric Celeste Celia Cem Cesar Chandra
Charlene Charles Charley Charlie Charmaine Chasity Cheri Cherie Cheryl Chester Chiamaka Chiara Chidi Chika Chinua
Chipo Chloe Chris Christa Christi Christian Christie Christina Christine Christoph Christophe Christopher Christos
Christy Chrystal Chuck Ciaran Cindy Claire Clara Clare Clarence Clarice Clarissa Clark Claude Claudette Claudia
Claudine Clayton Clement Cleo Clifford Clifton Clint Clyde Cody Colby Cole Colette Colin Colleen Collin Colton
Concepcion Connie Connor Conrad Constance Consuelo Cora Corey Corine Corinne Cornelia Cornelius Corrine Cory Courtney
Coy Craig Cristiano Cristina Cruz Curt Curtis Cynthia Cyril Dagmar Damian Damien Damir Damon Dan Dana Dane Danial
Daniel Danielle Danilo Danny Dante Danylo Daphne Darcy Darin Darius Dariusz Darko Darla Darlene Darnell Darrel Darrell
Darren Darrin Darryl Darwin Daryl Dave David Davide Davis DeAndre Deana Deanna Deanne Debbie Debora Deborah Debra
Declan Dee Deena Deepak Deidre Deirdre Delbert Delia Della Delmar Delores Deloris Demetrius Dena Denis Denise Deniz
Dennis Denny Denys Derek Derick Derrick Deshawn Desiree Desmond Destinee Devendra Devin Devon Dewayne Dewey Dexter
Diana Diane Dianna Dianne Dick Diego Dieter Dilma Dimitar Dimitra Dimitri Dimitris Dina Dinesh Diogo Dion Dirk Dixie
Dmitri Dmitriy Dmitry Dmytro Dollie Dolly Dolores Dominic Dominick Dominik Dominique Don Dona Donald Donatella Donna
Donnell Donnie Donny Donovan Dora Doreen Doris Dorothea Dorothy Dorthy Doug Douglas Doyle Dragan Duane Dudley Dusan
Dustin Dwayne Dwight Dylan Dylann Earlene Earline Earnest Earnestine Ebony Eddie Eddy Edgar Edith Edmond Edmund Edna
Edouard Eduard Eduardo Edward Edwin Edwina Effie Efraim Efrain Ehud Eileen Einar Ekaterina Elaine Elbert Eldon Eleanor
Elena Eleni Eli Elias Elif Elijah Elinor Elisa Elisabeth Elise Eliza Elizabeth Ella Ellen Elliot Elliott Ellis Elma
Elmer Elnora Eloise Elsa Elsie Elton Elva Elvia Elvin Elvira Elvis Elwood Emanuel Emeka Emery Emil Emilia Emilio Emily
Emine Emma Emmanuel Emmett Emory Emre Enrico Enrique Eoin Erdem Eric Erica Erick Ericka Erik Erika Erin Erling Erma
Ernest Ernestine Ernesto Ernie Ervin Erwin Esmeralda Esperanza Essie Esteban Estela Estella Estelle Ester Esther
Eszter Ethan Ethel Etienne Etta Eugene Eugenia Eula Eunice Eva Evan Evangeline Eve Evelyn Everett Evgeny Evo Ewa
Fabian Fabio Fadi Fahad Faisal Fannie Farah Farai Farid Farida Fatih Fatima Fatma Fatou Fay Faye Federico Felicia
Felipe Felix Femi Femke Ferenc Fern Fernando Fidel Filip Finn Fiona Firas Flora Florence Florian Flossie Floyd Folake
Forrest Fran Frances Francine Francis Francisca Franck Franco Francois Frank Frankie Franklin Franz François Françoise
Fraser Fred Freda Freddie Freddy Frederic Frederick Frederik Fredrick Freja Frieda Friedrich Fritz Frédéric Fuad Fumio
Gabor Gabriel Gabriela Gabrielle Gail Galen Gareth Garland Garrett Garry Gary Gavin Gayle Gena Gene Geneva Genevieve
Gennady Geoffrey Georg George Georges Georgette Georgi Georgina Gerald Geraldine Gerard Gerardo Gerhard German Gerry
Gertrude Gianluca Gideon Gilbert Gilberto Gilles Gina Giorgio Giorgos Giovanni Giulia Giuseppe Gladys Glenda Glenn
Glenna Gloria Goldie Gonzalo Goran Gordon Gracie Graciela Grady Graham Grayson Greg Gregg Gregorio Gregory Greta
Gretchen Grigory Grover Grzegorz Gudrun Guido Guillaume Guillermo Gulnara Gunnar Gunther Gus Gustav Gustavo Gwen
Gwendolyn Gábor Günter Habib Hadi Hage Hakan Hal Hala Haley Halyna Hamad Hamid Hamish Hamza Hanna Hannah Hans Harlan
Harley Harold Harriet Harriett Harris Harry Haruki Haruto Harvey Hasan Hassan Hassane Hattie Heath Heather Hector
Heidi Heinrich Heinz Helen Helena Helene Helga Helmut Henning Henri Henrietta Henrik Henrique Henry Herbert Heriberto
Herman Hermann Hilary Hilda Hillary Hiram Hiroko Hiroshi Hollis Holly Homer Horace Hossein Howard Hubert Hugh Hugo
Humberto Hussain Hussein Huw Ian Ibrahim Ibrahima Ida Idris Ignacio Igor Ihor Ila Ilene Ilham Ilona Ilya Ilze Imelda
Imogene Imran Ina Ines Inez Inga Ingeborg Ingrid Inés Inês Ioana Ira Irene Irina Irma Irvin Irving Irwin Isaac Isabel
Isabelle Isaiah Isidro Ismael Issac Istvan István Iva Ivan Ivana Ivo Jaap Jacek Jacinda Jack Jackie Jaclyn Jacob
Jacqueline Jacquelyn Jacques Jadwiga Jaime Jair Jake Jakub Jamal James Jami Jamie Jan Jana Jane Janelle Janet Janette
Janez Janice Janie Janine Janis Janna Janusz Jared Jaroslaw Jarrod Jarvis Jasmine Jason Jasper Javier Jawad Jaxon Jay
Jayden Jaylen Jayne Jayson Jean Jeanette Jeanie Jeanine Jeanne Jeannette Jeannie Jeannine Jeff Jefferson Jeffery
Jeffrey Jeffry Jelena Jenifer Jenna Jennie Jennifer Jenny Jens Jerald Jeremiah Jeremy Jeri Jermaine Jerome Jerri Jerry
Jerzy Jess Jesse Jessica Jessie Jewel Jewell Jill Jillian Jim Jimmie Jimmy Jiri Jiří Joachim Joan Joann Joanna Joanne
Joao Joaquin Jocelyn Jochen Jodi Jodie Jody Joe Joel Joesph Joey Johan Johann Johanna Johannes John Johnathan
Johnathon Johnnie Johnny Jolene Jomo Jon Jonas Jonathan Jonathon Joni Joost Jorge Jose Josef Josefa Josefina Josep
Joseph Josephine Josh Joshua Josiah Josie José Joyce João Joško Juan Juana Juanita Judith Judy Juha Jukka Jules Julia
Julian Juliana Julianne Julie Julien Juliette Julio Julius Juma Junior Jurgen Justin Justine Justyna Jürgen Jānis
Kadir Kamal Kamau Kara Kareem Karen Kari Karim Karin Karina Karl Karla Kasey Katarina Katarzyna Kate Katelyn Katerina
Kateryna Katharine Katherine Kathie Kathleen Kathrine Kathryn Kathy Katie Katja Katrin Katrina Katy Kay Kaye Kayla
Keisha Keith Kelley Kelli Kellie Kelsey Kelvin Kemal Ken Kendall Kendra Kendrick Kenji Kenneth Kenny Kent Kenta Kerem
Keri Kermit Kerri Kerry Kevin Khaled Khalid Khalifa Kimberley Kimberly Kingsley Kirby Kirill Kirk Kirsten Klaas Klaus
Knut Kofi Konstantin Kostas Kris Krishna Krista Kristen Kristi Kristian Kristie Kristin Kristina Kristine Kristof
Kristopher Kristy Krystal Krzysztof Kurt Kurtis Kwabena Kwame Kwesi Kyle Kylian Kylie Kyriakos Lacey Ladonna Lakeisha
Lakisha Lakshmi Lamar Lamont Lana Lance Landon Lara Larry Lars Larysa Lasse Laszlo Latasha Latisha Latonya Latoya
Laura Laurel Lauren Laurence Laurent Laurie Laverne Lavonne Lawanda Layla Lea Leah Leann Leanne Lech Leif Leigh Leila
Lela Leland Lena Lene Lenora Lenore Leo Leola Leon Leona Leonard Leonardo Leonel Leonid Leonor Leroy Lesley Leslie
Lester Leszek Letha Leticia Levi Lewis Leyla Liam Lidia Liesbeth Liis Lila Lilia Lilian Lillian Lillie Lilly Lina
Linda Lindiwe Lindsay Lindsey Linh Linwood Lionel Lisa Liza Lizzie Ljubomir Lloyd Lois Lola Lonnie Lora Loraine Loren
Lorena Lorene Lorenzo Loretta Lori Lorie Lorna Lorraine Lorrie Lotte Lottie Lou Louie Louis Louisa Louise Lourdes
Lowell Loyd Luann Lubomir Luc Luca Lucas Lucia Luciano Lucile Lucille Lucinda Lucy Ludmila Luella Luigi Luis Luisa
Luiz Lukasz Luke Lula Lupe Luther Luz Lydia Lyle Lynda Lynette Lynn Lynne Lyudmila László Mabel Mable Maciej Mack
Madeline Madelyn Madge Mae Magdalena Maggie Magnus Mahesh Mahmoud Mahmud Maja Makoto Malala Malcolm Malgorzata Malik
Malinda Mallory Mamie Mandy Manfred Manmohan Manoj Mansour Manuel Manuela Marc Marcel Marcelino Marcella Marcelo Marci
Marcia Marcie Marcin Marco Marcos Marcus Marcy Marek Margaret Margarethe Margarita Margery Margie Margo Margret
Marguerite Mari Maria Mariam Marian Marianne Mariano Maribel Maricela Marie Marieke Marietta Marilyn Marina Mario
Marisa Marisol Marissa Maritza Mariusz Marjorie Marko Marla Marlene Marlin Marlon Marquis Marsha Marshall Marta Martha
Martin Martina Marty Marva Marvin Mary Maryann Maryanne Marylou Mason Masood Massimo Matej Mateo Mateus Mateusz Mathew
Matilda Matt Matteo Matthew Matthias Matti Mattie Maude Maureen Maurice Mauricio Mauro Mavis Max Maxim Maxime Maxine
Maxwell Maynard Mayra Małgorzata Meagan Meenakshi Meera Megan Meghan Mehdi Mehmet Melanie Melba Melinda Melisa Melissa
Melva Melvin Mercedes Meredith Merle Merlin Merrill Mette Mia Micah Michael Michal Michał Micheal Michel Michele
Michelle Mickey Miguel Mihaela Mihai Mikael Mike Mikhail Mikheil Mikkel Mila Milagros Milan Mildred Milena Miles
Millard Millie Milos Miloš Milton Mina Mindy Minerva Minnie Miranda Miriam Miroslav Misty Mitchell Mitzi Mohamad
Mohamed Mohammad Mohammed Mohamud Moises Mollie Molly Mona Monica Monique Monte Monty Morgan Morris Moses Moussa
Muammar Muhammad Muhammadu Muriel Murray Mustafa Mykhailo Mykola Myra Myrna Myron Myrtle Nabil Nadia Nadine Naftali
Nana Nancy Nanette Nannie Naoko Naomi Narendra Natalia Natalie Nataliya Natalya Natasha Nathan Nathaniel Navin Nawaz
Neal Ned Neha Neil Nelda Nell Nellie Nelson Nenad Nestor Nettie Neva Nevaeh Neymar Ngozi Niamh Nicholas Nichole Nick
Nickolas Nicola Nicolas Nicole Nicolette Nicolás Nicos Niels Nigel Nikita Nikki Nikol Nikola Nikolai Nikolaos Nikolas
Nikolay Nikos Nils Nina Nita Noah Noe Noel Noemi Nola Nolan Nomvula Nona Noor Nora Norbert Noreen Norma Norris Nour
Noura Novak Nuno Nursultan Octavio Odell Odessa Ofelia Oksana Ola Olaf Olav Oleg Oleh Oleksandr Oleksii Oleksiy Olena
Olga Olha Oliver Olivia Olivier Ollie Olusegun Oluwaseun Omar Omer Ondrej Ondřej Ophelia Oprah Ora Orhan Orville Oscar
Oskar Osman Otieno Otis Otto Owen Ozan Pablo Padraig Paige Pam Pamela Paolo Pascal Pasquale Patrica Patrice Patricia
Patrick Patsy Patti Patty Paul Paula Paulette Pauline Pavel Pavlo Pawel Paweł Pearlie Pedro Peggy Pekka Penelope Penny
Pep Percy Perry Pete Peter Petr Petra Petro Peyton Phil Philip Philippe Phillip Phyllis Pierre Pieter Pietro Pilar
Piotr Pirkko Polly Pooja Poul Prakash Pranab Predrag Preston Priscilla Priya Priyanka Pál Qasem Quentin Quincy Quinton
Rachael Rachel Rachelle Radoslaw Radu Rae Rafa Rafael Rafal Raghu Rahul Raila Raj Rajesh Rajiv Rakesh Ralf Ralph
Ramesh Rami Ramiro Ramon Ramona Ramzan Ramón Randal Randall Randi Randolph Randy Rania Raphael Raphaël Raquel Rasa
Rashid Rasmus Raul Ravi Raymond Reba Rebecca Rebekah Rebekka Recep Reed Reggie Regina Reginald Reinhard Rena Renata
Renate Rene Renee René Reuben Reva Rex Reynaldo Rhoda Rhonda Rhys Ricardo Riccardo Richard Rick Rickey Rickie Ricky
Riek Rigoberto Riikka Riley Rishi Rita Robbie Robert Roberta Roberto Robin Robyn Rocco Rochelle Rocio Rocky Rod
Roderick Rodger Rodney Rodolfo Rodrigo Rogelio Roger Rohit Roland Rolando Roman Romelu Romeo Ron Ronald Ronda Ronnie
Roosevelt Rory Rosa Rosalie Rosalind Rosalinda Rosalyn Rosanne Rosario Roscoe Roseann Rosemarie Rosemary Rosetta Rosie
Roslyn Ross Rostam Roxanne Roxie Roy Royce Ruben Rudolph Rudy Rufus Rui Ruslan Russel Russell Rusty Ruth Ruthie Ryan
Sabine Sabrina Saddam Sadi Sadie Sadiq Saeed Said Sakura Salah Salim Sallie Sally Salma Salman Salva Salvador
Salvatore Sam Samantha Sami Samir Sammie Sammy Samuel Sandeep Sander Sandra Sandy Sanford Sanjay Sanne Santos Santosh
Saoirse Sara Sarah Sasha Satoshi Saul Saundra Scot Scott Scotty Seamus Sean Sebastian Sebastián Selena Selin Selma
Serena Sergei Sergej Sergey Sergio Serhii Serhiy Seth Shahid Shana Shane Shanice Shaniqua Shanna Shannon Shari Sharon
Sharron Shaun Shauna Shawn Shawna Sheena Sheila Shelby Sheldon Shelia Shelley Shelly Sheree Sheri Sherman Sherri
Sherrie Sherry Sheryl Shinzo Shinzō Shirley Shreya Sian Sibusiso Siddharth Sidney Sigrid Sigurd Silas Silvia Silvio
Simon Simona Simone Sinan Siobhan Sipho Siyabonga Sjoerd Slawomir Slobodan Socorro Sofia Soledad Solomon Somchai
Sondra Sonia Sonja Sonny Sonya Sophia Sophie Soren Spencer Spyros Stacey Staci Stacie Stacy Stan Stanislav Stanley
Stefan Stefanie Stefano Steffen Stella Stephan Stephanie Stephen Sterling Steve Steven Stewart Stuart Sunil Suresh
Susan Susana Susanna Susanne Susie Suzanne Suzette Sven Svetlana Svitlana Swati Sybil Sylvain Sylvester Sylvia Sylvie
Søren Tabatha Tabitha Tadeusz Tahir Takashi Tamara Tameka Tami Tamika Tamim Tammi Tammie Tammy Tania Tanisha Tanya
Tara Tarek Tarik Tariq Taro Tasha Tayyip Ted Teddy Tendai Terence Teresa Teri Terrance Terrell Terrence Terri Terrie
Terry Tessa Tetiana Tetyana Thabo Thaddeus Thandi Thandiwe Thanh Thelma Theodor Theodore Theodoros Theresa Therese
Thiago Thierry Thom Thomas Thurman Tia Tiago Tiffany Tihomir Tim Timmy Timo Timothy Tina Toby Todd Tom Tomas Tomasz
Tomaž Tomislav Tommie Tommy Tomáš Toni Tonia Tony Tonya Torben Torsten Tory Toshio Tracey Traci Tracie Tracy Traian
Travis Trayvon Trent Trenton Trevor Tricia Trina Trisha Trudy Truman Tuncay Tunde Tyler Tyrone Tyson Tõnu Uhuru Ulrich
Ulrike Ulysses Umar Ursula Usain Usman Uwe Vaclav Vadim Vadym Valarie Valentin Valentina Valeria Valerie Valeriy
Valery Vance Vanessa Vasilis Vasily Vasyl Vaughn Velma Vera Vern Verna Vernon Veronica Veronika Vesna Viacheslav
Vicente Vicki Vickie Vicky Victor Victoria Vijay Vikram Viktor Viktoria Vince Vincent Vinicius Vinod Vinícius Viola
Virgie Virgil Vitali Vitaliy Vitaly Vito Vivian Vlad Vladimir Vladislav Volker Volodymyr Vyacheslav Vytautas Waleed
Walid Wallace Walter Wambui Wanda Wanjiru Ward Wayne Weldon Wendell Wendi Wendy Wesley Whitney Whoopi Wilbert Wilbur
Wiley Wilfred Wilfredo Willa Willard Willem William Williams Willie Willis Wilma Wilson Winfred Winfried Winifred
Winnie Winston Wojciech Wolfgang Woodrow Wouter Xavier Xiomara Yahya Yair Yana Yanis Yannis Yara Yaroslav Yasmin
Yasser Yegor Yesenia Yetunde Yevgeny Yevhen Yitzhak Yolanda Yoshihide Yousef Youssef Yoweri Yuki Yulia Yuliya Yuri
Yuriy Yury Yusuf Yvette Yvonne Zachary Zahra Zainab Zak Zanele Zaur Zbigniew Zdravko Zeid Zeinab Zelma Zeynep Ziad
Zlatan Zoe Zofia Zoltan Zoltán Zoran Zorica Zsolt Zurab Zuzana Ömer Łukasz
"""
